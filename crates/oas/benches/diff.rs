//! Comparison of two large documents: `cargo bench -p tasks-oas --bench diff`.

use std::fmt::Write as _;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use oas::Document;
use oas::diff::{Options, diff};

const RESOURCES: usize = 650;

fn main() {
    divan::main();
}

/// A document of about 28,000 lines, whose schemas refer to each other. Each of them contains
/// `limit`.
fn document(limit: usize) -> Document {
    let mut text = String::from("openapi: 3.0.3\ninfo: {title: large, version: '1'}\npaths:\n");
    for number in 0..RESOURCES {
        let _ = write!(
            text,
            "  /things{number}/{{id}}:
    parameters:
      - name: id
        in: path
        required: true
        schema:
          type: string
    put:
      operationId: putThing{number}
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/Thing{number}'
      responses:
        '200':
          description: done
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing{number}'
        default:
          description: failed
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing0'
"
        );
    }
    text.push_str("components:\n  schemas:\n");
    for number in 0..RESOURCES {
        let next = (number * 7 + 1) % RESOURCES;
        let _ = write!(
            text,
            "    Thing{number}:
      type: object
      required:
        - name
      properties:
        name:
          type: string
          maxLength: {limit}
        kind:
          type: string
          enum:
            - small
            - large
        next:
          $ref: '#/components/schemas/Thing{next}'
        either:
          oneOf:
            - $ref: '#/components/schemas/Thing{next}'
            - type: string
"
        );
    }
    Document::parse("large", text).unwrap_or_else(|error| panic!("{error}"))
}

/// A document of 60 schemas that all refer to each other. The first one contains `limit`.
fn clique(limit: usize) -> Document {
    let mut text = String::from(
        "openapi: 3.0.3
info: {title: clique, version: '1'}
paths:
  /things:
    get:
      responses:
        '200':
          description: done
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing0'
components:
  schemas:
",
    );
    for number in 0..60 {
        let limit = if number == 0 { limit } else { 1 };
        let _ = write!(
            text,
            "    Thing{number}:
      type: object
      properties:
        name:
          type: string
          maxLength: {limit}
"
        );
        for other in 0..60 {
            let _ = write!(
                text,
                "        thing{other}:
          $ref: '#/components/schemas/Thing{other}'
"
            );
        }
    }
    Document::parse("clique", text).unwrap_or_else(|error| panic!("{error}"))
}

#[divan::bench]
fn lines(bencher: Bencher<'_, '_>) {
    let lines = document(10).text().lines().count();
    bencher.counter(lines).bench(|| document(black_box(10)));
}

#[divan::bench]
fn the_same(bencher: Bencher<'_, '_>) {
    compare(bencher, &document(10), &document(10));
}

#[divan::bench]
fn every_schema_changed(bencher: Bencher<'_, '_>) {
    compare(bencher, &document(20), &document(10));
}

#[divan::bench]
fn clique_the_same(bencher: Bencher<'_, '_>) {
    compare(bencher, &clique(10), &clique(10));
}

#[divan::bench]
fn clique_one_schema_changed(bencher: Bencher<'_, '_>) {
    compare(bencher, &clique(20), &clique(10));
}

fn compare(bencher: Bencher<'_, '_>, base: &Document, revision: &Document) {
    let options = Options::new(NaiveDate::default()).without_witnesses();
    bencher.bench(|| diff(black_box(base), black_box(revision), &options));
}
