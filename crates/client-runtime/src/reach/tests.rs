use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinSet,
    time::sleep,
};

use super::*;

const REQUESTS: u64 = 3_000;
const CONCURRENCY: usize = 24;

/// Delays each connect for a random time, and counts the connects that are in progress for a
/// request.
#[derive(Clone)]
struct Delay(Arc<Mutex<HashSet<u64>>>);

impl<S> Layer<S> for Delay {
    type Service = Delayed<S>;

    fn layer(&self, connector: S) -> Delayed<S> {
        Delayed(connector, self.0.clone())
    }
}

#[derive(Clone)]
struct Delayed<S>(S, Arc<Mutex<HashSet<u64>>>);

impl<S, R> Service<R> for Delayed<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, target: R) -> Self::Future {
        let connect = self.0.call(target);
        let in_progress = self.1.clone();
        let number = NUMBER.try_with(|number| *number).unwrap();
        in_progress.lock().unwrap().insert(number);
        Box::pin(async move {
            sleep(Duration::from_millis(fastrand::u64(0..50))).await;
            let connected = connect.await;
            in_progress.lock().unwrap().remove(&number);
            connected
        })
    }
}

tokio::task_local! {
    static NUMBER: u64;
}

/// Reads requests, notes their numbers, and responds late, never, or by closing.
async fn serve(mut stream: TcpStream, seen: Arc<Mutex<HashSet<u64>>>) {
    let mut bytes = Vec::new();
    let mut chunk = [0; 1024];
    while let Ok(count @ 1..) = stream.read(&mut chunk).await {
        bytes.extend_from_slice(&chunk[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // A partial request counts: it starts with its number.
        for line in text.lines().filter(|line| line.starts_with("POST /")) {
            let number = line.split(['/', ' ']).nth(2).unwrap();
            seen.lock().unwrap().insert(number.parse().unwrap());
        }
        if text.ends_with("\r\n\r\n") {
            bytes.clear();
            sleep(Duration::from_millis(fastrand::u64(0..40))).await;
            match fastrand::u8(0..10) {
                0 => return,
                1 => continue,
                _ => {
                    let response = b"HTTP/1.1 204 No Content\r\n\r\n";
                    let _ = stream.write_all(response).await;
                }
            }
        }
    }
}

#[derive(Default)]
struct Verdicts {
    timed_out: AtomicU64,
    unconnected: Mutex<HashSet<u64>>,
    /// Requests whose own connect was still in progress.
    naive: Mutex<HashSet<u64>>,
}

async fn fuzz() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let seen: Arc<Mutex<HashSet<u64>>> = Arc::default();
    let numbers = Arc::clone(&seen);
    let server = tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, Arc::clone(&numbers)));
        }
    });
    let connects: Arc<Mutex<HashSet<u64>>> = Arc::default();
    let http = reqwest::Client::builder()
        .no_proxy()
        .http1_only()
        .connector_layer(Delay(Arc::clone(&connects)))
        .connector_layer(WatchLayer)
        .build()
        .unwrap();
    let verdicts = Arc::new(Verdicts::default());
    let mut running = JoinSet::new();
    for number in 0..REQUESTS {
        while running.len() >= CONCURRENCY {
            running.join_next().await.unwrap().unwrap();
        }
        let request = http
            .post(format!("{url}/{number}"))
            .timeout(Duration::from_millis(fastrand::u64(1..60)));
        let (verdicts, connects) = (Arc::clone(&verdicts), Arc::clone(&connects));
        running.spawn(NUMBER.scope(number, async move {
            let (result, reached) = watch(request.send()).await;
            let Err(error) = result else { return };
            if !error.is_timeout() {
                return;
            }
            verdicts.timed_out.fetch_add(1, SeqCst);
            if reached == Reached::NoConnection {
                verdicts.unconnected.lock().unwrap().insert(number);
            }
            if connects.lock().unwrap().contains(&number) {
                verdicts.naive.lock().unwrap().insert(number);
            }
        }));
    }
    while let Some(joined) = running.join_next().await {
        joined.unwrap();
    }
    // Requests in flight arrive.
    sleep(Duration::from_millis(300)).await;
    server.abort();
    let seen = seen.lock().unwrap();
    let unconnected = verdicts.unconnected.lock().unwrap();
    let false_verdicts: Vec<_> = unconnected.intersection(&seen).collect();
    assert!(
        false_verdicts.is_empty(),
        "{} of {} requests without a connection reached the server",
        false_verdicts.len(),
        unconnected.len()
    );
    assert!(unconnected.len() > 10, "{} verdicts", unconnected.len());
    let naive = verdicts.naive.lock().unwrap();
    assert!(
        naive.intersection(&seen).count() > 10,
        "the race between an idle connection and a connect did not occur"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn requests_reported_without_connection_did_not_reach_the_server() {
    fuzz().await;
}

#[tokio::test]
async fn requests_reported_without_connection_did_not_reach_the_server_on_one_thread() {
    fuzz().await;
}
