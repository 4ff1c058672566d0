use std::env;

use crate::{BuildError, ClientCredentials, builder::ClientBuilder};

/// What the environment says, in a builder.
pub(crate) fn from_env() -> Result<ClientBuilder, BuildError> {
    from(|name| match env::var(name) {
        Ok(value) => Ok(Some(value).filter(|value| !value.is_empty())),
        Err(env::VarError::NotPresent) => Ok(None),
        Err(env::VarError::NotUnicode(_)) => Err(BuildError::Environment {
            name,
            reason: "it is not Unicode",
        }),
    })
}

fn from(
    read: impl Fn(&'static str) -> Result<Option<String>, BuildError>,
) -> Result<ClientBuilder, BuildError> {
    let needed = |name, reason| BuildError::Environment { name, reason };
    let mut builder = ClientBuilder::new();
    if let Some(region) = read("TASKS_REGION")? {
        builder = builder.region(region.parse()?);
    }
    if let Some(url) = read("TASKS_BASE_URL")? {
        builder = builder.base_url(url);
    }
    let credentials = (read("TASKS_CLIENT_ID")?, read("TASKS_CLIENT_SECRET")?);
    Ok(match (read("TASKS_TOKEN")?, credentials) {
        (Some(_), (Some(_), _) | (_, Some(_))) => {
            return Err(needed(
                "TASKS_TOKEN",
                "TASKS_CLIENT_ID or TASKS_CLIENT_SECRET is set as well",
            ));
        }
        (Some(token), _) => builder.token(token),
        (None, (Some(id), Some(secret))) => builder.credentials(ClientCredentials::new(id, secret)),
        (None, (Some(_), None)) => {
            return Err(needed(
                "TASKS_CLIENT_SECRET",
                "it is not set, and TASKS_CLIENT_ID is",
            ));
        }
        (None, (None, Some(_))) => {
            return Err(needed(
                "TASKS_CLIENT_ID",
                "it is not set, and TASKS_CLIENT_SECRET is",
            ));
        }
        (None, (None, None)) => builder,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(variables: &[(&str, &str)]) -> Result<String, String> {
        let read = |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            Ok(found.map(|(_, value)| (*value).to_owned()))
        };
        let client = from(read).and_then(ClientBuilder::build);
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
        read the environment variable TASKS_TOKEN: TASKS_CLIENT_ID or TASKS_CLIENT_SECRET is set as well
        find the region "mars": there are us, eu and apac
        "#);
    }
}
