use std::env;

use crate::{BuildError, ClientBuilder, ClientCredentials, Region, Token, builder::Tokens};

/// What the environment says, in a builder.
pub(crate) fn from_env() -> ClientBuilder {
    from(&|name| match env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(unusable(name, "it is not Unicode")),
    })
}

/// Gives the value of a variable that is set.
type Read<'r> = &'r dyn Fn(&'static str) -> Result<Option<String>, BuildError>;

fn from(read: Read<'_>) -> ClientBuilder {
    let mut builder = ClientBuilder::new();
    builder.base = base_url(read);
    builder.tokens = tokens(read);
    builder
}

fn base_url(read: Read<'_>) -> Result<String, BuildError> {
    if let Some(url) = read("TASKS_BASE_URL")? {
        return Ok(url);
    }
    let region = read("TASKS_REGION")?.map(|name| name.parse()).transpose()?;
    let region: Region = region.unwrap_or_default();
    Ok(region.base_url().to_owned())
}

fn tokens(read: Read<'_>) -> Result<Tokens, BuildError> {
    let credentials = (read("TASKS_CLIENT_ID")?, read("TASKS_CLIENT_SECRET")?);
    match (read("TASKS_TOKEN")?, credentials) {
        (Some(_), (Some(_), _) | (_, Some(_))) => Err(unusable(
            "TASKS_TOKEN",
            "TASKS_CLIENT_ID or TASKS_CLIENT_SECRET is set as well: unset the one or the others",
        )),
        (Some(token), _) => Ok(Tokens::Constant(Token::new(token))),
        (None, (Some(id), Some(secret))) => {
            Ok(Tokens::Credentials(ClientCredentials::new(id, secret)))
        }
        (None, (Some(_), None)) => Err(unusable(
            "TASKS_CLIENT_SECRET",
            "it is not set, and TASKS_CLIENT_ID is",
        )),
        (None, (None, Some(_))) => Err(unusable(
            "TASKS_CLIENT_ID",
            "it is not set, and TASKS_CLIENT_SECRET is",
        )),
        (None, (None, None)) => Err(BuildError::NoToken),
    }
}

fn unusable(name: &'static str, reason: &'static str) -> BuildError {
    BuildError::Environment { name, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builder(variables: &[(&str, &str)]) -> ClientBuilder {
        from(&|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            Ok(found.map(|(_, value)| (*value).to_owned()))
        })
    }

    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        let client = builder(variables).build();
        client
            .map(|client| client.base_url().to_owned())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn one_identity_is_enough() {
        let us = Ok("https://api.app.wdesk.com".to_owned());
        let eu = Ok("https://api.eu.wdesk.com".to_owned());
        assert_eq!(build(&[("TASKS_TOKEN", "t")]), us);
        let credentials = [("TASKS_CLIENT_ID", "i"), ("TASKS_CLIENT_SECRET", "s")];
        assert_eq!(build(&credentials), us);
        assert_eq!(build(&[("TASKS_TOKEN", "t"), ("TASKS_REGION", "EU")]), eu);
    }

    #[test]
    fn a_base_url_outweighs_a_region() {
        let both = [
            ("TASKS_TOKEN", "t"),
            ("TASKS_REGION", "eu"),
            ("TASKS_BASE_URL", "http://localhost:1"),
        ];
        assert_eq!(build(&both), Ok("http://localhost:1".to_owned()));
    }

    #[test]
    fn what_is_set_afterwards_outweighs_what_is_wrong() {
        let wrong = [("TASKS_CLIENT_ID", "i"), ("TASKS_REGION", "mars")];
        let builder = builder(&wrong).region(Region::Apac).token("t");
        assert_eq!(builder.build().unwrap().base_url(), Region::Apac.base_url());
    }

    #[test]
    fn half_an_identity_and_two_are_refused() {
        let refused: [&[(&str, &str)]; 5] = [
            &[],
            &[("TASKS_CLIENT_ID", "i")],
            &[("TASKS_CLIENT_SECRET", "hunter2")],
            &[("TASKS_TOKEN", "hunter2"), ("TASKS_CLIENT_ID", "i")],
            &[("TASKS_TOKEN", "hunter2"), ("TASKS_REGION", "mars")],
        ];
        let errors: Vec<String> = refused
            .iter()
            .map(|variables| build(variables).unwrap_err())
            .collect();
        insta::assert_snapshot!(errors.join("\n"), @r#"
        find an access token: give a token, client credentials or a token source
        read the environment variable TASKS_CLIENT_SECRET: it is not set, and TASKS_CLIENT_ID is
        read the environment variable TASKS_CLIENT_ID: it is not set, and TASKS_CLIENT_SECRET is
        read the environment variable TASKS_TOKEN: TASKS_CLIENT_ID or TASKS_CLIENT_SECRET is set as well: unset the one or the others
        find the region "mars": there are us, eu and apac
        "#);
    }
}
