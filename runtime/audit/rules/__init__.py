"""One file a matter; `runtime.audit.audit` names them all."""
