use std::{
    any::Any,
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    sync::Once,
    thread,
};

thread_local! {
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Stack size for documents nested as deeply as the YAML reader allows (128 levels), in an
/// unoptimised build.
const STACK_SIZE: usize = 64 << 20;

/// Runs `f` on a separate thread with a large stack. Returns its result, or the message of its
/// panic.
pub(crate) fn deep<T: Send>(f: impl FnOnce() -> T + Send) -> Result<T, String> {
    thread::scope(|scope| {
        let thread = thread::Builder::new()
            .name("client-codegen".to_owned())
            .stack_size(STACK_SIZE);
        let thread = thread
            .spawn_scoped(scope, || catch(f))
            .map_err(|error| error.to_string())?;
        thread
            .join()
            .unwrap_or_else(|payload| Err(message(payload.as_ref())))
    })
}

/// Runs `f`. Returns its result, or the message of its panic. Nothing is printed, with
/// `RUST_BACKTRACE` or without.
///
/// The first call installs a panic hook. It ignores panics of threads that run this function, and
/// passes every other panic to the previous hook.
pub(crate) fn catch<T>(f: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = take_hook();
        set_hook(Box::new(move |info| {
            if !IS_CAUGHT.get() {
                previous(info);
            }
        }));
    });
    let was_caught = IS_CAUGHT.replace(true);
    let result = catch_unwind(AssertUnwindSafe(f));
    IS_CAUGHT.set(was_caught);
    result.map_err(|payload| message(payload.as_ref()))
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "the generator stopped without a message".to_owned())
}
