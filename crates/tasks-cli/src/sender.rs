use std::{cell::RefCell, collections::BTreeMap, io, iter, ops::ControlFlow, vec};

use futures_util::{StreamExt, stream};
use tasks_client::{Client, Error, ErrorKind, StatusCode};

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
        let queue = RefCell::new(Queue::new(tasks));
        let tasks = stream::iter(iter::from_fn(|| queue.borrow_mut().take()));
        let mut results = self
            .client
            .create_all(tasks.map(|input| input.task))
            .concurrency(self.concurrency);
        loop {
            tokio::select! {
                result = results.next() => {
                    let Some((index, result)) = result else { break };
                    let Some(input) = queue.borrow_mut().on_their_way.remove(&index) else { continue };
                    let everyones = result.as_ref().is_err_and(is_everyones);
                    let end = match result {
                        Ok(created) => End::Created(Box::new(created)),
                        Err(error) => End::Failed(error),
                    };
                    if everyones | tell(Outcome { index, input, end }).is_break() {
                        queue.borrow_mut().closed = true;
                    }
                }
                () = interrupts.next() => {
                    let mut queue = queue.borrow_mut();
                    if !self.patient || queue.closed {
                        break;
                    }
                    queue.closed = true;
                    say::note(format_args!(
                        "no more tasks are sent; on their way are {} (Ctrl-C again gives them up)",
                        queue.on_their_way.len()
                    ));
                }
            }
        }
        // This ends the calls that are under way.
        drop(results);
        let queue = queue.into_inner();
        let interrupted = queue.on_their_way.into_iter();
        let interrupted = interrupted.map(|(index, input)| (index, input, End::Interrupted));
        let unsent = queue
            .waiting
            .map(|(index, input)| (index, input, End::Unsent));
        for (index, input, end) in interrupted.chain(unsent) {
            // There is nothing left to keep back.
            let _ = tell(Outcome { index, input, end });
        }
        Ok(())
    }
}

/// The tasks that have no outcome yet.
struct Queue {
    waiting: iter::Enumerate<vec::IntoIter<Input>>,
    on_their_way: BTreeMap<usize, Input>,
    /// Whether those that wait have to stay.
    closed: bool,
}

impl Queue {
    fn new(tasks: Vec<Input>) -> Self {
        Self {
            waiting: tasks.into_iter().enumerate(),
            on_their_way: BTreeMap::new(),
            closed: false,
        }
    }

    fn take(&mut self) -> Option<Input> {
        if self.closed {
            return None;
        }
        let (index, input) = self.waiting.next()?;
        self.on_their_way.insert(index, input.clone());
        Some(input)
    }
}

/// Whether the next task would meet the same failure: there is no token, it is refused, or nobody is there.
fn is_everyones(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Token | ErrorKind::Connect)
        || error.status() == Some(StatusCode::UNAUTHORIZED)
}
