//! A server that validates requests and answers by an OpenAPI 3.0 document.
