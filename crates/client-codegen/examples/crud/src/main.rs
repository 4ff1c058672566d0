//! Creates a widget, reads it, and lists widgets page by page.

#![expect(clippy::print_stdout, reason = "an example prints")]

use crud::{Client, types::NewWidget};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder()
        .base_url(std::env::var("WIDGETS_URL")?)
        .token(std::env::var("WIDGETS_TOKEN")?)
        .build()?;
    let created = client
        .create_widget(NewWidget::builder().name("gear"))
        .await?;
    let id = created.value().id.as_deref().unwrap_or_default();
    println!("created {id}");
    let widget = client.get_widget(id).await?;
    println!("{:?}", widget.value().name);

    let mut cursor: Option<String> = None;
    loop {
        let page = client.list_widgets().with(|list| match &cursor {
            Some(cursor) => list.limit(10).cursor(cursor),
            None => list.limit(10),
        });
        let page = page.await?.into_value();
        println!("{} widgets", page.data.iter().flatten().count());
        cursor = page.next;
        if cursor.is_none() {
            return Ok(());
        }
    }
}
