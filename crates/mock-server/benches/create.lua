-- The published request for wrk, or an invalid one with INVALID in the environment. Run it from the root of the workspace.
local file = assert(io.open("openapi/examples/createPrototypeTask.request.json"))
local body = file:read("*a")
file:close()
if os.getenv("INVALID") then
  body = body:gsub('"title"', '"titel"')
end
wrk.method = "POST"
wrk.path = "/prototype/platform/tasks"
wrk.body = body
wrk.headers["Authorization"] = "Bearer any"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-Version"] = "2022-01-01"
