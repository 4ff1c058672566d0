//! The page `/docs` of the mock server in a browser.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use fantoccini::{Client, ClientBuilder, Locator, wd::Capabilities};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::server::Server;

/// Returns the published request.
fn published() -> String {
    let path = "/../../openapi/examples/createPrototypeTask.request.json";
    std::fs::read_to_string(env!("CARGO_MANIFEST_DIR").to_owned() + path).unwrap()
}

#[tokio::test]
async fn authorize_and_create_a_task() {
    let server = Server::start();
    let browser = Browser::start().await;
    let page = &browser.page;
    page.goto(&format!("{}/docs", server.url)).await.unwrap();

    // Any id and secret are accepted.
    browser.click(".btn.authorize").await;
    browser
        .type_in("#client_id_clientCredentials", "any-id")
        .await;
    browser
        .type_in("#client_secret_clientCredentials", "any-secret")
        .await;
    browser.click(".scopes .checkbox label").await;
    browser.click(".auth-btn-wrapper .authorize").await;
    // The button to log out exists only with an authorization.
    browser
        .text(".auth-btn-wrapper .auth.btn:not(.authorize)")
        .await;
    browser.click(".auth-btn-wrapper .btn-done").await;

    assert_eq!(
        browser
            .text(".opblock-deprecated .opblock-summary-path__deprecated")
            .await,
        "/prototype/platform/tasks"
    );
    browser
        .click(".opblock-deprecated .opblock-summary-control")
        .await;
    let warning = browser
        .text(".opblock-deprecated h4.opblock-title_normal")
        .await;
    assert_eq!(warning, "Warning: Deprecated");
    browser.click(".try-out__btn").await;
    let filled_in = browser.value(".body-param__text").await;
    let published: Value = serde_json::from_str(&published()).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&filled_in).unwrap(),
        published
    );
    browser.click(".execute").await;

    assert_eq!(
        browser
            .text(".live-responses-table .response .response-col_status")
            .await
            .lines()
            .next(),
        Some("201")
    );
    let response = browser
        .text(".live-responses-table .response .highlight-code code")
        .await;
    let response: Value = serde_json::from_str(&response).unwrap();
    assert_eq!(response["title"], published["title"]);

    // The page shows the ledger of the server.
    let ledger = browser
        .fetch(&format!("{}/_mock/ledger", server.url), json!({}))
        .await;
    assert_eq!(ledger["body"]["created"], 1);
    browser.end().await;
}

/// CORS allows requests of other origins.
#[tokio::test]
async fn a_page_of_another_origin_creates_a_task() {
    let server = Server::start();
    let browser = Browser::start().await;
    let elsewhere = server.url.replace("127.0.0.1", "localhost");
    browser
        .page
        .goto(&format!("{elsewhere}/docs"))
        .await
        .unwrap();
    let headers = json!({"Authorization": "Bearer any", "Content-Type": "application/json", "X-Version": "2022-01-01"});
    let request = json!({"method": "POST", "headers": headers, "body": published()});
    let response = browser
        .fetch(&format!("{}/prototype/platform/tasks", server.url), request)
        .await;
    assert_eq!(response["status"], 201, "{response}");
    // Pages can read only the headers that the server exposes.
    assert!(response["headers"]["sunset"].is_string(), "{response}");
    browser.end().await;
}

/// Headless Chromium, with a page.
struct Browser {
    page: Client,
    _driver: Driver,
    _profile: TempDir,
}

struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Browser {
    async fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .map(Driver)
            .expect("chromedriver, which `.ci/e2e` brings");
        let mut said = BufReader::new(driver.0.stdout.take().unwrap()).lines();
        let port = said
            .find_map(|line| {
                let line = line.unwrap();
                let (_, port) = line.split_once("successfully on port ")?;
                Some(port.trim_end_matches('.').to_owned())
            })
            .expect("the port of chromedriver");
        let profile = tempfile::tempdir().unwrap();
        let arguments = [
            "--headless",
            // Chromium has no sandbox for root, which is what CI usually is.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,2000",
            &format!("--user-data-dir={}", profile.path().display()),
        ];
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".to_owned(), json!({"args": arguments}));
        let page = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap();
        Self {
            page,
            _driver: driver,
            _profile: profile,
        }
    }

    /// Closes Chromium, which survives the end of its driver.
    async fn end(self) {
        self.page.close().await.unwrap();
    }

    async fn element(&self, css: &str) -> fantoccini::elements::Element {
        let found = self.page.wait().for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    async fn click(&self, css: &str) {
        self.element(css)
            .await
            .click()
            .await
            .unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    async fn type_in(&self, css: &str, text: &str) {
        self.element(css).await.send_keys(text).await.unwrap();
    }

    async fn text(&self, css: &str) -> String {
        self.element(css).await.text().await.unwrap()
    }

    async fn value(&self, css: &str) -> String {
        self.element(css)
            .await
            .prop("value")
            .await
            .unwrap()
            .unwrap_or_default()
    }

    /// Sends a request from the page: status, headers and JSON of the response.
    async fn fetch(&self, url: &str, request: Value) -> Value {
        let script = "const [url, request, done] = arguments;
            fetch(url, request)
                .then(async response => done({status: response.status, headers: Object.fromEntries(response.headers), body: await response.json()}))
                .catch(error => done({error: String(error)}));";
        self.page
            .execute_async(script, vec![json!(url), request])
            .await
            .unwrap()
    }
}
