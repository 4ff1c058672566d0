use crate::Severity;
use crate::lint::{Category, Check, Rule};

pub(in crate::lint) static RULE: Rule = Rule {
    id: "allow-unused",
    category: Category::Allowing,
    severity: Severity::Warning,
    summary: "An `x-lint-allow` allows something that is not there",
    documentation: r#"
An allowance that matches nothing has outlived its finding, or never matched because its name is misspelled.

```yaml,bad
servers:
  - url: https://api.example.com/v1
    x-lint-allow:
      server-trailing-slash: The gateway answers 404 without it.
```

```yaml,good
servers:
  - url: https://api.example.com/v1/
    x-lint-allow:
      server-trailing-slash: The gateway answers 404 without it.
```
"#,
    equivalents: &[],
    check: Check::Allowances,
};
