//! Operations without generated code: servers of their own, which get credentials only if the
//! caller allows their host, and bodies that are not documented.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::sync::{Arc, Mutex};

use client_runtime::{
    Builder, Call, Class, Core, Effect, Error, ErrorKind, Exchange, Facts, Notices, Operation,
    Response, Scheme, SchemeKind, Sent, Service, Success, Wire, reqwest,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

const EMPTY: &str = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
const TRUNCATED: &str = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\ncontent-type: text/plain\r\n\r\nhalf";

/// A server that sends one response to everything, and keeps the heads of its requests.
struct Server {
    url: &'static str,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(host: &str) -> Self {
        Self::sending(host, EMPTY).await
    }

    async fn sending(host: &str, response: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let heads: Arc<Mutex<Vec<String>>> = Arc::default();
        let received = Arc::clone(&heads);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(stream.read_u8().await.unwrap());
                }
                received
                    .lock()
                    .unwrap()
                    .push(String::from_utf8(head).unwrap().to_lowercase());
                stream.write_all(response.as_bytes()).await.unwrap();
            }
        });
        let url = format!("http://{host}:{port}");
        Self {
            url: url.leak(),
            heads,
        }
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

/// A generated client, written by hand.
struct Plain {
    base: String,
    http: reqwest::Client,
    exchange: Exchange,
}

impl Wire for Plain {
    fn new(base: &str, http: &reqwest::Client, exchange: Exchange) -> Self {
        Self {
            base: base.to_owned(),
            http: http.clone(),
            exchange,
        }
    }

    fn exchange(&mut self) -> &mut Exchange {
        &mut self.exchange
    }
}

struct Read(&'static Facts);

impl Operation for Read {
    type Output = ();
    type Response = Response<()>;
    type Wire = Plain;

    fn facts(&self) -> &'static Facts {
        self.0
    }

    async fn attempt(&self, wire: &Plain) -> Sent<()> {
        let request = wire.http.get(format!("{}/file", wire.base));
        let mut request = request.build().unwrap();
        if wire.exchange.pre::<()>(&mut request, "read").await.is_err() {
            return Sent::Invalid("rejected".to_owned());
        }
        match wire.exchange.exec(&wire.http, request).await {
            Ok(_) => Sent::Decoded(()),
            Err(error) => Sent::Failed(error),
        }
    }

    fn response(&self, response: Response<()>, _: &Notices) -> Response<()> {
        response
    }
}

const TOKEN: Scheme = Scheme::new("token", SchemeKind::Bearer, &[]);
const SUCCESSES: &[Success] = &[Success::new(200, 200, &[])];

fn facts(server: &Server, security: &'static [&'static [Scheme]]) -> &'static Facts {
    let facts = Facts::new("read", "GET", "/file", Class::Safe);
    let facts = facts.successes(SUCCESSES);
    Box::leak(Box::new(facts.security(security).server(server.url)))
}

fn builder(server: &Server) -> Builder<Core> {
    let service = Service::new("test").servers(Box::leak(Box::new([server.url])));
    Builder::new(Box::leak(Box::new(service))).token("a-static-token")
}

async fn read(builder: Builder<Core>, facts: &'static Facts) -> Result<(), Error> {
    let core = builder.build().unwrap();
    Call::new(&core, Read(facts)).await.map(|_| ())
}

#[tokio::test]
async fn sends_no_credentials_to_a_host_that_was_not_allowed() {
    let (base, other) = (
        Server::start("127.0.0.1").await,
        Server::start("localhost").await,
    );
    let facts = facts(&other, &[&[TOKEN]]);
    for builder in [
        builder(&base),
        builder(&base).allow_host("example.com"),
        builder(&base).allow_host("localhost.example.com"),
    ] {
        let error = read(builder, facts).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.effect()),
            (ErrorKind::Invalid, Effect::NotApplied)
        );
        assert!(error.to_string().contains("allow_host"), "{error}");
    }
    assert_eq!((base.heads(), other.heads()), (vec![], vec![]));
}

#[tokio::test]
async fn sends_credentials_to_a_host_that_was_allowed() {
    let (base, other) = (
        Server::start("127.0.0.1").await,
        Server::start("localhost").await,
    );
    let facts = facts(&other, &[&[TOKEN]]);
    let allowed = builder(&base).allow_host("LocalHost");
    read(allowed, facts).await.unwrap();
    let heads = other.heads();
    assert!(heads[0].starts_with("get /file "), "{heads:?}");
    assert!(heads[0].contains("authorization: bearer a-static-token"));
    assert_eq!((heads.len(), base.heads().len()), (1, 0));
}

#[tokio::test]
async fn sends_an_operation_without_security_to_any_host() {
    let (base, other) = (
        Server::start("127.0.0.1").await,
        Server::start("localhost").await,
    );
    read(builder(&base), facts(&other, &[])).await.unwrap();
    let heads = other.heads();
    assert!(!heads[0].contains("authorization"), "{heads:?}");
}

#[tokio::test]
async fn a_base_url_applies_to_operations_with_a_server_of_their_own() {
    let (base, other) = (
        Server::start("127.0.0.1").await,
        Server::start("localhost").await,
    );
    let builder = builder(&other).base_url(base.url);
    read(builder, facts(&other, &[&[TOKEN]])).await.unwrap();
    let heads = base.heads();
    assert!(heads[0].contains("authorization: bearer a-static-token"));
    assert_eq!(other.heads(), [""; 0]);
}

/// If no body is documented, the status decides, even if a body is truncated.
#[tokio::test]
async fn truncated_body_fails_a_success_if_one_is_documented() {
    let server = Server::sending("127.0.0.1", TRUNCATED).await;
    let facts = Facts::new("send", "POST", "/file", Class::Unsafe);
    let bodiless: &Facts = Box::leak(Box::new(facts.successes(SUCCESSES)));
    read(builder(&server), bodiless).await.unwrap();
    const TEXT: &[Success] = &[Success::new(200, 200, &["text/plain"])];
    let documented: &Facts = Box::leak(Box::new(facts.successes(TEXT)));
    let error = read(builder(&server), documented).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.effect()),
        (ErrorKind::Unreadable, Effect::Applied)
    );
}
