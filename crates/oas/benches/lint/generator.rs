use std::fmt::Write as _;

/// A document in YAML with this many groups of five operations on a resource, each with components
/// of its own.
///
/// Its schemas have the constructs that make documents slow to check: chains of `allOf`, references
/// that recurse, `oneOf` with a discriminator, maps and deep nesting. Every request and every
/// response has examples. 50 groups make about 28,000 lines.
pub(crate) fn document(groups: usize) -> String {
    let mut text = String::from(
        "openapi: 3.0.3\ninfo:\n  title: Generated\n  version: '1'\n  description: A document for benchmarks.\n\
         servers:\n  - url: https://api.example.com/v1\nsecurity:\n  - oauth2: [read]\ntags:\n",
    );
    for group in 0..groups {
        text.push_str(&tag(group));
    }
    text.push_str("paths:\n");
    for group in 0..groups {
        paths(&mut text, group);
    }
    text.push_str("components:\n");
    text.push_str(SECURITY);
    text.push_str("  parameters:\n");
    for group in 0..groups {
        text.push_str(&id(group));
    }
    text.push_str("  responses:\n");
    for (name, status) in [("BadRequest", 400), ("NotFound", 404), ("Conflict", 409)] {
        let _ = write!(
            text,
            "    {name}:\n      description: The request failed.\n      content:\n        application/json:\n          schema:\n            \
             $ref: '#/components/schemas/Failure'\n          example:\n            code: E{status}\n            message: It failed.\n"
        );
    }
    text.push_str("  schemas:\n");
    text.push_str(SHARED);
    for group in 0..groups {
        schemas(&mut text, group, groups);
    }
    text
}

/// The same document in many files, by path, the entry first: one file for the paths and schemas of
/// each group.
pub(crate) fn files(groups: usize) -> Vec<(String, String)> {
    let entry = document(0);
    let links: String = (0..groups)
        .map(|g| {
            let to = |path: &str, key: &str| {
                format!("  {path}:\n    $ref: 'groups/{g}.yaml#/paths/{key}'\n")
            };
            let list = to(
                &format!("/groups/{g}/resources"),
                &format!("~1groups~1{g}~1resources"),
            );
            list + &to(
                &format!("/groups/{g}/resources/{{id}}"),
                &format!("~1groups~1{g}~1resources~1{{id}}"),
            )
        })
        .collect();
    let tags: String = (0..groups).map(tag).collect();
    let entry = entry
        .replace("tags:\n", &format!("tags:\n{tags}"))
        .replace("paths:\n", &format!("paths:\n{links}"));
    let entry = (0..groups).fold(entry, |entry, g| {
        entry.replace("  parameters:\n", &format!("  parameters:\n{}", id(g)))
    });
    let group = |g: usize| {
        let mut text = "paths:\n".to_owned();
        paths(&mut text, g);
        text.push_str("schemas:\n");
        schemas(&mut text, g, groups);
        let next = (g + 1) % groups;
        for name in [
            "NewResource",
            "Layer2x",
            "Layer1x",
            "ResourceList",
            "Resource",
        ] {
            for number in [g, next] {
                text = text.replace(
                    &format!("'#/components/schemas/{name}{number}'"),
                    &format!("'{number}.yaml#/schemas/{name}{number}'"),
                );
            }
        }
        let text = text.replace("'#/components/", "'../openapi.yaml#/components/");
        (format!("groups/{g}.yaml"), text)
    };
    let entry = ("openapi.yaml".to_owned(), entry);
    std::iter::once(entry)
        .chain((0..groups).map(group))
        .collect()
}

fn tag(group: usize) -> String {
    format!("  - name: Group{group}\n    description: Resources of group {group}.\n")
}

fn id(group: usize) -> String {
    format!(
        "    Id{group}:\n      name: id\n      in: path\n      required: true\n      description: The resource.\n      schema:\n        \
         type: string\n        format: uuid\n      example: 123e4567-e89b-12d3-a456-426614174000\n"
    )
}

fn paths(text: &mut String, group: usize) {
    let g = group;
    let operation = |text: &mut String, method: &str, id: &str, parameter: bool| {
        let _ = write!(
            text,
            "    {method}:\n      operationId: {id}{g}\n      summary: Do {id} with a resource\n      description: >-\n        Does {id} with \
             one resource of group {g}, or with many of them, and returns\n        the results.\n      tags:\n        - Group{g}\n"
        );
        if parameter {
            let _ = writeln!(
                text,
                "      parameters:\n        - $ref: '#/components/parameters/Id{g}'"
            );
        }
    };
    let _ = writeln!(text, "  /groups/{g}/resources:");
    operation(text, "get", "list", false);
    text.push_str("      responses:\n");
    response(
        text,
        "200",
        &format!("ResourceList{g}"),
        &["first", "second"],
        |text, indent, _| {
            let _ = writeln!(text, "{indent}next: null\n{indent}data:");
            for item in 0..2 {
                let _ = writeln!(text, "{indent}  - id: r{item}");
                resource(text, &format!("{indent}    "), g);
            }
        },
    );
    failures(text);
    operation(text, "post", "create", false);
    request(text, &format!("NewResource{g}"), g);
    text.push_str("      responses:\n");
    one(text, "201", g);
    failures(text);
    let _ = writeln!(text, "  /groups/{g}/resources/{{id}}:");
    operation(text, "get", "get", true);
    text.push_str("      responses:\n");
    one(text, "200", g);
    failures(text);
    operation(text, "put", "replace", true);
    request(text, &format!("NewResource{g}"), g);
    text.push_str("      responses:\n");
    one(text, "200", g);
    failures(text);
    operation(text, "delete", "delete", true);
    text.push_str("      responses:\n");
    one(text, "200", g);
    failures(text);
}

fn request(text: &mut String, schema: &str, group: usize) {
    let _ = write!(
        text,
        "      requestBody:\n        description: The resource.\n        required: true\n        content:\n          application/json:\n            \
         schema:\n              $ref: '#/components/schemas/{schema}'\n            examples:\n"
    );
    for name in ["plain", "with-parts", "nested", "last"] {
        let _ = writeln!(
            text,
            "              {name}:\n                summary: A resource\n                value:"
        );
        resource(text, "                  ", group);
    }
}

fn one(text: &mut String, status: &str, group: usize) {
    response(
        text,
        status,
        &format!("Resource{group}"),
        &["plain", "other", "third", "last"],
        |text, indent, name| {
            let _ = writeln!(text, "{indent}id: {name}");
            resource(text, indent, group);
        },
    );
}

fn response(
    text: &mut String,
    status: &str,
    schema: &str,
    examples: &[&str],
    value: impl Fn(&mut String, &str, &str),
) {
    let _ = write!(
        text,
        "        '{status}':\n          description: It worked.\n          content:\n            application/json:\n              schema:\n                \
         $ref: '#/components/schemas/{schema}'\n              examples:\n"
    );
    for name in examples {
        let _ = writeln!(
            text,
            "                {name}:\n                  summary: A response\n                  value:"
        );
        value(text, "                    ", name);
    }
}

fn failures(text: &mut String) {
    for (status, name) in [(400, "BadRequest"), (404, "NotFound"), (409, "Conflict")] {
        let _ = writeln!(
            text,
            "        '{status}':\n          $ref: '#/components/responses/{name}'"
        );
    }
}

/// The properties of a resource, its id left out.
fn resource(text: &mut String, indent: &str, group: usize) {
    let _ = write!(
        text,
        "{indent}name: Grüße aus Gruppe {group}\n{indent}state: Active\n{indent}created: '2026-01-31T12:00:00Z'\n{indent}owner:\n{indent}  id: u1\n\
         {indent}  email: someone@example.com\n{indent}labels: {{colour: red}}\n{indent}parts:\n{indent}  - {{kind: leaf, weight: 1.5}}\n\
         {indent}  - {{kind: branch, below: [{{kind: leaf, weight: 2}}]}}\n"
    );
}

fn schemas(text: &mut String, group: usize, groups: usize) {
    let next = (group + 1) % groups;
    let _ = write!(
        text,
        r"    NewResource{group}:
      description: A resource to create.
      allOf:
        - $ref: '#/components/schemas/Layer2x{group}'
        - type: object
          required: [name]
          properties:
            name: {{description: Its name., type: string, minLength: 1, maxLength: 80}}
            labels:
              description: Words about it.
              type: object
              additionalProperties: {{type: string, pattern: '^[a-z]+$'}}
            related:
              description: A resource of the next group.
              type: object
              nullable: true
              allOf:
                - $ref: '#/components/schemas/Resource{next}'
    Layer2x{group}:
      description: What the third layer adds.
      allOf:
        - $ref: '#/components/schemas/Layer1x{group}'
        - type: object
          properties:
            parts:
              description: What it consists of.
              type: array
              maxItems: 100
              items: {{$ref: '#/components/schemas/Part'}}
    Layer1x{group}:
      description: What the second layer adds.
      allOf:
        - $ref: '#/components/schemas/Layer0'
        - type: object
          properties:
            state: {{description: How it fares., type: string, enum: [Active, Done, 'On Hold']}}
            size: {{description: Its size., type: integer, format: int32, minimum: 0, exclusiveMinimum: true}}
    Resource{group}:
      description: A resource.
      allOf:
        - $ref: '#/components/schemas/NewResource{group}'
        - type: object
          required: [id]
          properties:
            id: {{description: Its id., type: string}}
            parent:
              description: The resource that it belongs to.
              allOf:
                - $ref: '#/components/schemas/Resource{group}'
    ResourceList{group}:
      description: A page of resources.
      type: object
      required: [data]
      properties:
        next: {{description: The next page., type: string, format: uri, nullable: true}}
        data:
          description: The resources.
          type: array
          items: {{$ref: '#/components/schemas/Resource{group}'}}
"
    );
}

const SECURITY: &str = "  securitySchemes:
    oauth2:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://api.example.com/token
          scopes: {read: Read everything.}
";

const SHARED: &str = r"    Failure:
      description: What went wrong.
      type: object
      properties:
        code: {description: A code for machines., type: string}
        message: {description: A message., type: string}
        details:
          description: What else went wrong.
          type: array
          items: {$ref: '#/components/schemas/Failure'}
    Layer0:
      description: What all resources have.
      type: object
      properties:
        created: {description: When it was made., type: string, format: date-time}
        owner: {$ref: '#/components/schemas/User'}
    User:
      description: A person.
      type: object
      required: [id]
      properties:
        id: {description: Its id., type: string}
        email: {description: Where to write., type: string, format: email}
        manager: {$ref: '#/components/schemas/User'}
    Part:
      description: A leaf or a branch.
      oneOf:
        - $ref: '#/components/schemas/Leaf'
        - $ref: '#/components/schemas/Branch'
      discriminator:
        propertyName: kind
        mapping:
          leaf: '#/components/schemas/Leaf'
          branch: '#/components/schemas/Branch'
    Leaf:
      description: A leaf.
      type: object
      required: [kind, weight]
      properties:
        kind: {description: What it is., type: string, enum: [leaf]}
        weight: {description: In grams., type: number, minimum: 0}
    Branch:
      description: A branch.
      type: object
      required: [kind, below]
      properties:
        kind: {description: What it is., type: string, enum: [branch]}
        below:
          description: What grows on it.
          type: array
          items: {$ref: '#/components/schemas/Part'}
";
