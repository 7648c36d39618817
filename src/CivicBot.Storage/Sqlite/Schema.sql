-- Version 1. Moments are .NET ticks in UTC, days are day numbers, purposes and "as" are the numbers of their enums.

-- The ledgers. The bytes are the leaf; interior nodes are rebuilt in memory.
create table entry(
    collective text not null,
    n integer not null,
    bytes blob not null,
    leaf blob not null,
    primary key (collective, n)
) strict, without rowid;

create table opening(
    collective text not null,
    n integer not null,
    i integer not null,
    payload text not null,
    salt text not null,
    primary key (collective, n, i)
) strict, without rowid;

create table head(
    collective text primary key not null,
    size integer not null,
    root blob not null,
    checkpoint text not null
) strict, without rowid;

-- With a rowid: rows stand in the order they came in, so that the oldest are found without an index on the day.
create table seen(
    id integer primary key,
    collective text not null,
    key text not null,
    day integer not null,
    unique (collective, key)
) strict;

-- autoincrement: an id is never used again, not even the highest, so that a delivery's id is unique for ever.
create table outbox(
    id integer primary key autoincrement,
    collective text not null,
    slot text not null,
    platform text not null,
    purpose integer not null,
    body text not null,
    decision integer,
    room integer,
    posts integer not null,
    unique (collective, slot)
) strict;
create index outbox_pending on outbox(platform, purpose);

create table posted(
    collective text not null,
    decision integer not null,
    room integer not null,
    message text not null,
    primary key (collective, decision, room)
) strict, without rowid;
create index posted_message on posted(message);

create table due(
    collective text not null,
    key text not null,
    at integer not null,
    primary key (collective, key)
) strict, without rowid;
create index due_at on due(at);

create table token(
    token text primary key not null,
    collective text not null,
    act text not null,
    decision integer,
    version integer not null,
    only text,
    expires integer
) strict, without rowid;
create index token_collective on token(collective);
create index token_expires on token(expires) where expires is not null;

create table draft(
    collective text not null,
    account text not null,
    room text not null,
    body text not null,
    expires integer not null,
    primary key (collective, account, room)
) strict, without rowid;

create table setting(
    collective text not null,
    account text not null,
    key text not null,
    value text not null,
    primary key (collective, account, key)
) strict, without rowid;

create table adapter(
    platform text not null,
    key text not null,
    value text not null,
    primary key (platform, key)
) strict, without rowid;

-- An account is in many collectives, a place (0) in one.
create table directory(
    "as" integer not null,
    key text not null,
    collective text not null,
    primary key ("as", key, collective)
) strict, without rowid;
create unique index directory_place on directory(key) where "as" = 0;
