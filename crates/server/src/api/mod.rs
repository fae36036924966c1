//! The API under `/api/v1`, a file for each endpoint: its documentation, its shapes of one use, its handler.

pub(crate) mod alarms;
mod client_faults;
mod conditions;
mod declaration;
mod directory;
mod extract;
pub(crate) mod imports;
mod injuries;
pub(crate) use extract::Asked;
mod figures;
mod log;
pub(crate) mod openapi;
mod press_page;
mod releases;
mod series;
mod session;
mod situations;
pub(crate) mod stream;
mod tokens;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::AppState;

/// Every endpoint, with its description.
pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(alarms::raise::raise, alarms::list::list))
        .routes(routes!(alarms::detail::detail))
        .routes(routes!(alarms::step::acknowledge))
        .routes(routes!(alarms::step::respond))
        .routes(routes!(alarms::step::attend))
        .routes(routes!(alarms::step::release))
        .routes(routes!(alarms::step::reopen))
        .routes(routes!(alarms::close::close))
        .routes(routes!(alarms::note::note))
        .routes(routes!(alarms::signal::signal))
        .routes(routes!(situations::acknowledge))
        .routes(routes!(situations::respond))
        .routes(routes!(situations::attend))
        .routes(routes!(stream::stream))
        .routes(routes!(press_page::press_page))
        .routes(routes!(
            session::begin::begin,
            session::show::show,
            session::end::end
        ))
        .routes(routes!(directory::sites))
        .routes(routes!(directory::zones))
        .routes(routes!(directory::posts))
        .routes(routes!(directory::devices))
        .routes(routes!(declaration::declare))
        .routes(routes!(tokens::issue::issue, tokens::revoke_all::revoke_all))
        .routes(routes!(tokens::revoke::revoke))
        .routes(routes!(log::checkpoint::checkpoint))
        .routes(routes!(log::tile::tile))
        .routes(routes!(log::proof::proof))
        .routes(routes!(injuries::record::record, injuries::list::list))
        .routes(routes!(injuries::draft::draft))
        .routes(routes!(injuries::detail::detail))
        .routes(routes!(injuries::revise::revise))
        .routes(routes!(injuries::withdraw::withdraw))
        .routes(routes!(injuries::open::open))
        .routes(routes!(injuries::erase::erase))
        .routes(routes!(series::record::record, series::list::list))
        .routes(routes!(series::file::file))
        .routes(routes!(imports::bring::bring, imports::list::list))
        .routes(routes!(imports::show::show))
        .routes(routes!(imports::withdraw::withdraw))
        .routes(routes!(releases::list::list, releases::publish::publish))
        .routes(routes!(releases::show::show))
        .routes(routes!(releases::file::file))
        .routes(routes!(figures::check::check))
        .routes(routes!(figures::table::table))
        .routes(routes!(figures::regions::regions))
        .routes(routes!(figures::change::change))
        .routes(routes!(figures::standardised::standardised))
        .routes(routes!(figures::watch::watch))
        .routes(routes!(figures::nowcast::nowcast))
        .routes(routes!(figures::under_reporting::under_reporting))
        .routes(routes!(client_faults::report))
        .routes(routes!(openapi::openapi))
}

/// The most bytes of a body: some hundred thousand devices in one declaration. A press knows no such limit.
const LARGEST_BODY: usize = 64 * 1024 * 1024;

/// The layer that lets a whole country be declared at once.
pub(crate) fn body_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_BODY)
}
