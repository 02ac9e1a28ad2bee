# ID: gh api repos/{owner}/{repo} --jq .id
vault auth enable jwt
vault write auth/jwt/config oidc_discovery_url=https://token.actions.githubusercontent.com \
  bound_issuer=https://token.actions.githubusercontent.com
vault write auth/jwt/role/rekey-production - <<'JSON'
{ "role_type": "jwt", "user_claim": "sub",
  "bound_audiences": ["https://vault.example.com"],
  "bound_claims": { "repository_id": "ID", "environment": "production", "ref": "refs/heads/main" },
  "token_policies": ["rekey-production"], "token_ttl": "20m", "token_max_ttl": "1h" }
JSON
vault policy write rekey-production - <<'HCL'
path "secret/data/prod/gateway"            { capabilities = ["read", "create", "update", "patch"] }
path "secret/data/prod/gateway.rekey.*"    { capabilities = ["read", "create", "update", "patch"] }
path "secret/metadata/prod/gateway"        { capabilities = ["read"] }
path "secret/destroy/prod/gateway"         { capabilities = ["update"] }
path "secret/destroy/prod/gateway.rekey.*" { capabilities = ["update"] }
path "secret/config"                       { capabilities = ["read"] }
path "secret/data/admin/gateway"           { capabilities = ["read"] }
HCL
