//! What every generated client carries with it. The files are spliced into the generated source as they are; they are
//! compiled here only to be tested.

mod nullable;
