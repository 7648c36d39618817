#!/usr/bin/env bash
# Throw-away Synapse for the Matrix tests, run from a Debian sid chroot: loopback only, no federation, SQLite. Needs root.
#   homeserver.sh start PORT [APPSERVICE.yaml]       idempotent; builds the chroot when absent, waits until healthy, prints the URL
#   homeserver.sh user  PORT NAME PASSWORD [admin]   registers a user through the shared secret
#   homeserver.sh secret PORT                        prints that secret, for whoever registers through the admin API
#   homeserver.sh stop  PORT                         SIGTERM to the pid it started, waits, removes that server's data
# env: HS_ROOT (chroot, default /tmp/sid), HS_MIRROR (Debian mirror), HS_CACHE (folder that keeps the .deb files between CI runs),
#      HS_LIMITS=default at start (Synapse's own rate limits stay on), HS_MORE (more settings at start, as “key: value,”)
set -euo pipefail
cmd=${1:?start|user|secret|stop}; port=${2:?port}
root=${HS_ROOT:-/tmp/sid}; in=/srv/hs-$port; dir=$root$in; pidf=$dir/pid; url=http://127.0.0.1:$port
as_synapse() { exec chroot --userspec=100:65534 "$root" "$@"; }   # 100:65534 = matrix-synapse:nogroup inside the chroot
healthy() { curl -fs -m 2 -o /dev/null "$url/health"; }
running() { [[ -s $pidf ]] && tr '\0' ' ' 2>/dev/null <"/proc/$(<"$pidf")/cmdline" | grep -q "$in/homeserver.yaml"; }
bootstrap() {
  [[ -x $root/usr/bin/synapse_homeserver ]] && return
  [[ -e $root ]] && { echo "$root exists but holds no Synapse: remove it first" >&2; exit 1; }
  rm -rf --one-file-system "$root.new"; mkdir -p "$root.new" ${HS_CACHE:+"$HS_CACHE"}
  debootstrap --variant=minbase ${HS_CACHE:+--cache-dir="$HS_CACHE"} --include=matrix-synapse,python3-cffi-backend \
    sid "$root.new" ${HS_MIRROR:+"$HS_MIRROR"} >"$root.log" 2>&1 || { tail -20 "$root.log" >&2; exit 1; }
  mv "$root.new" "$root"
}
case $cmd in
start)
  bootstrap
  running && healthy && { echo "$url"; exit 0; }
  healthy && { echo "port $port is taken by another server" >&2; exit 1; }
  rm -rf "$dir"; mkdir -p "$dir"; as=''
  [[ -n ${3:-} ]] && { cp "$3" "$dir/appservice.yaml"; as="app_service_config_files: [$in/appservice.yaml]"; }
  secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n'); printf '%s' "$secret" >"$dir/shared_secret"
  lim='{per_second: 10000, burst_count: 10000}'
  limits=" rc_message: $lim, rc_registration: $lim, rc_login: {address: $lim, account: $lim, failed_attempts: $lim}, rc_room_creation: $lim,
 rc_joins: {local: $lim, remote: $lim}, rc_invites: {per_room: $lim, per_user: $lim, per_issuer: $lim},"
  [[ ${HS_LIMITS:-} != default ]] || limits=''
  cat >"$dir/log.yaml" <<Y
{version: 1, formatters: {f: {format: '%(asctime)s %(name)s %(levelname)s %(message)s'}},
 handlers: {file: {class: logging.FileHandler, formatter: f, filename: $in/homeserver.log}}, root: {level: WARNING, handlers: [file]}}
Y
  cat >"$dir/homeserver.yaml" <<Y
{server_name: localhost, public_baseurl: "$url/", pid_file: $in/synapse.pid, log_config: $in/log.yaml, media_store_path: $in/media,
 signing_key_path: $in/signing.key, database: {name: sqlite3, args: {database: $in/homeserver.db}},
 listeners: [{port: $port, bind_addresses: ['127.0.0.1'], type: http, tls: false, resources: [{names: [client], compress: false}]}],
 registration_shared_secret: '$secret', macaroon_secret_key: '$secret', form_secret: '$secret', enable_registration: false,
 bcrypt_rounds: 4, report_stats: false, trusted_key_servers: [], federation_domain_whitelist: [],
$limits ${HS_MORE:-} $as}
Y
  chown -R 100:65534 "$dir"; chmod 700 "$dir"
  (as_synapse /usr/bin/synapse_homeserver -c "$in/homeserver.yaml") >"$dir/out" 2>&1 </dev/null &
  echo $! >"$pidf"
  for _ in $(seq 600); do healthy && { echo "$url"; exit 0; }; kill -0 "$(<"$pidf")" 2>/dev/null || break; sleep .1; done
  tail -20 "$dir/out" "$dir/homeserver.log" >&2; exit 1 ;;
user) as_synapse /usr/bin/synapse_register_new_matrix_user -u "$3" -p "$4" "$([[ ${5:-} == admin ]] && echo -a || echo --no-admin)" -c "$in/homeserver.yaml" "$url" ;;
secret) cat "$dir/shared_secret" ;;
stop)
  if running; then p=$(<"$pidf"); kill "$p"; for _ in $(seq 100); do running || break; sleep .1; done; running && kill -9 "$p"; fi
  rm -rf "$dir" ;;
*) echo "unknown command $cmd" >&2; exit 2 ;;
esac
