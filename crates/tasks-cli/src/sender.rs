use std::{collections::BTreeMap, io, ops::ControlFlow};

use tasks_client::{Client, Created, Error, ErrorKind, StatusCode};
use tokio::task::JoinSet;

use crate::{
    input::Input,
    interrupts::Interrupts,
    outcome::{End, Outcome},
    say,
};

/// Sends tasks, some at a time, and tells what became of each: exactly one outcome for every task, whatever happens.
pub(crate) struct Sender {
    pub(crate) client: Client,
    pub(crate) concurrency: usize,
    /// Whether the first interrupt lets those that are on their way come home, and only the second gives them up.
    pub(crate) patient: bool,
}

impl Sender {
    /// `tell` hears of the outcomes in the order they come; by `Break` it keeps further tasks from being sent.
    pub(crate) async fn send(
        &self,
        tasks: Vec<Input>,
        mut tell: impl FnMut(Outcome) -> ControlFlow<()>,
    ) -> io::Result<()> {
        let mut interrupts = Interrupts::listen()?;
        let mut waiting = tasks.into_iter().enumerate();
        let mut on_their_way: BTreeMap<usize, Input> = BTreeMap::new();
        let mut calls: JoinSet<(usize, Result<Created, Error>)> = JoinSet::new();
        let mut sending = true;
        loop {
            while sending && calls.len() < self.concurrency {
                let Some((index, input)) = waiting.next() else {
                    break;
                };
                let call = self.client.create(input.task.clone());
                on_their_way.insert(index, input);
                calls.spawn(async move { (index, call.await) });
            }
            tokio::select! {
                done = calls.join_next() => match done {
                    None => break,
                    Some(Ok((index, result))) => {
                        let Some(input) = on_their_way.remove(&index) else { continue };
                        let end = match result {
                            Ok(created) => End::Created(Box::new(created)),
                            Err(error) => {
                                sending &= !is_everyones(&error);
                                End::Failed(error)
                            }
                        };
                        sending &= tell(Outcome { index, input, end }).is_continue();
                    }
                    // A call that panicked stays on its way to the end, and may exist.
                    Some(Err(_)) => sending = false,
                },
                () = interrupts.next() => {
                    if !self.patient || !sending {
                        break;
                    }
                    sending = false;
                    say::note(format_args!(
                        "no more tasks are sent; on their way are {} (Ctrl-C again gives them up)",
                        on_their_way.len()
                    ));
                }
            }
        }
        calls.abort_all();
        let interrupted = on_their_way
            .into_iter()
            .map(|(index, input)| (index, input, End::Interrupted));
        let unsent = waiting.map(|(index, input)| (index, input, End::Unsent));
        for (index, input, end) in interrupted.chain(unsent) {
            let _ = tell(Outcome { index, input, end });
        }
        Ok(())
    }
}

/// Whether the next task would meet the same failure: there is no token, it is refused, or nobody is there.
fn is_everyones(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Token | ErrorKind::Connect)
        || error.status() == Some(StatusCode::UNAUTHORIZED)
}
