export type Result<Value, ErrorCode extends string> = { ok: true; value: Value } | { ok: false; error: ErrorCode };

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function fail<ErrorCode extends string>(error: ErrorCode): { ok: false; error: ErrorCode } {
  return { ok: false, error };
}
