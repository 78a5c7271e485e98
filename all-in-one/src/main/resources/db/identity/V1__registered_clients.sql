-- Clients that registered themselves with the local authorization server, under the names that its
-- library gives to table and columns.
create table oauth2_registered_client (
    id                            text primary key,
    client_id                     text      not null unique,
    client_id_issued_at           timestamp not null default current_timestamp,
    client_secret                 text,
    client_secret_expires_at      timestamp,
    client_name                   text      not null,
    client_authentication_methods text      not null,
    authorization_grant_types     text      not null,
    redirect_uris                 text,
    post_logout_redirect_uris     text,
    scopes                        text      not null,
    client_settings               text      not null,
    token_settings                text      not null
);
