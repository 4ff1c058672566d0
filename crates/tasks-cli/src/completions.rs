//! `tasks completions`: prints a completion script.

use std::{io, process::ExitCode};

use clap::{Args, Command};
use clap_complete::{Shell, generate};

/// Print a completion script for a shell
#[derive(Debug, Args)]
#[command(after_help = INSTALL)]
pub(crate) struct CompletionsArgs {
    shell: Shell,
}

const INSTALL: &str = "\
Examples:
  tasks completions bash > ~/.local/share/bash-completion/completions/tasks
  tasks completions zsh > ~/.zfunc/_tasks
  tasks completions fish > ~/.config/fish/completions/tasks.fish
  tasks completions powershell >> $PROFILE";

pub(crate) fn completions(args: &CompletionsArgs, mut command: Command) -> ExitCode {
    let mut script = Vec::new();
    generate(args.shell, &mut command, "tasks", &mut script);
    match io::Write::write_all(&mut io::stdout().lock(), &script) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has closed the pipe.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
