use crate::Severity;
use crate::lint::{Category, Check, Rule};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "allow-unused",
    category: Category::Allowing,
    severity: Severity::Warning,
    summary: "An `x-lint-allow` matches no diagnostic",
    documentation: r#"
## What it does

Reports an entry of `x-lint-allow` that matches no diagnostic, or names a rule that does not exist.

## Why is this bad?

The diagnostic was fixed and the entry is left over, or it never matched because its name is misspelled.

## Example

```yaml,bad
servers:
  - url: https://api.example.com/v1
    x-lint-allow:
      server-trailing-slash: The gateway responds with 404 without it.
```

## Use instead

```yaml,good
servers:
  - url: https://api.example.com/v1/
    x-lint-allow:
      server-trailing-slash: The gateway responds with 404 without it.
```
"#,
    equivalents: &[],
    check: Check::Allowances,
};
