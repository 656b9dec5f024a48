import { createPrivateKey, type KeyObject } from "node:crypto";

/** Self-signed in the shape of "packed", until 2126, with the address of a revocation list. */
export const attestationCertificate = Buffer.from(
  "MIICITCCAcagAwIBAgIUFPKSkA-GzoOdSf8F6Xr0wPecg9owCgYIKoZIzj0EAwIwUzELMAkGA1UEBhMCQVQxDzANBgNVBAoMBk5vYm9keTEiMCAGA1UECwwZQXV0aGVudGljYXRvciBBdHRlc3RhdGlvbjEPMA0GA1UEAwwGTm9ib2R5MCAXDTI2MTEyMzIzMDcxN1oYDzIxMjYxMDMwMjMwNzE3WjBTMQswCQYDVQQGEwJBVDEPMA0GA1UECgwGTm9ib2R5MSIwIAYDVQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMQ8wDQYDVQQDDAZOb2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATYnlJXbVm5g2EetbFo14ALUh7f0nv-onpgZFuPk1JG4TSMYuibIvtfPE6u1pwFgQHk5zBx30kjshSD6lDDcKA9o3YwdDAdBgNVHQ4EFgQUja0_kqwJxZnrLx_FcvD5wCnrzT4wHwYDVR0jBBgwFoAUja0_kqwJxZnrLx_FcvD5wCnrzT4wDAYDVR0TAQH_BAIwADAkBgNVHR8EHTAbMBmgF6AVhhNodHRwOi8vMTI3LjAuMC4xOjkvMAoGCCqGSM49BAMCA0kAMEYCIQDbjGeDawAJ_mqrUUYTNlAvyJmRlVIFk5VJimCpZ7GWWQIhAKoZlda1PQmqVU-3C45P_DnWLjQC3fNJ-662IeJaBSkq",
  "base64url",
);

/** Worthless: no one trusts the certificate. */
export const attestationKey: KeyObject = createPrivateKey({
  key: Buffer.from(
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiu9Mzph2_wVyg5FyOLd9o0i4svpuiBH4MdipffMglnihRANCAATYnlJXbVm5g2EetbFo14ALUh7f0nv-onpgZFuPk1JG4TSMYuibIvtfPE6u1pwFgQHk5zBx30kjshSD6lDDcKA9",
    "base64url",
  ),
  format: "der",
  type: "pkcs8",
});
