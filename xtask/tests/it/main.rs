//! Tests of the commands and of the workspace.

mod check;
mod contributing;
mod interface;
mod review;
mod same_tree;
mod style;
mod workflows;
mod workspace;
