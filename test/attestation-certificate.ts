import { createPrivateKey, type KeyObject } from "node:crypto";

/**
 * A certificate that anybody can make (openssl req -x509), in the shape that an attestation of the format "packed" asks
 * for, good until 2126. It names an address at which its list of revocations is to be asked for.
 */
export const attestationCertificate = Buffer.from(
  "MIICITCCAcagAwIBAgIUFPKSkA-GzoOdSf8F6Xr0wPecg9owCgYIKoZIzj0EAwIwUzELMAkGA1UEBhMCQVQxDzANBgNVBAoMBk5vYm9keTEiMCAGA1UECwwZQXV0aGVudGljYXRvciBBdHRlc3RhdGlvbjEPMA0GA1UEAwwGTm9ib2R5MCAXDTI2MTEyMzIzMDcxN1oYDzIxMjYxMDMwMjMwNzE3WjBTMQswCQYDVQQGEwJBVDEPMA0GA1UECgwGTm9ib2R5MSIwIAYDVQQLDBlBdXRoZW50aWNhdG9yIEF0dGVzdGF0aW9uMQ8wDQYDVQQDDAZOb2JvZHkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATYnlJXbVm5g2EetbFo14ALUh7f0nv-onpgZFuPk1JG4TSMYuibIvtfPE6u1pwFgQHk5zBx30kjshSD6lDDcKA9o3YwdDAdBgNVHQ4EFgQUja0_kqwJxZnrLx_FcvD5wCnrzT4wHwYDVR0jBBgwFoAUja0_kqwJxZnrLx_FcvD5wCnrzT4wDAYDVR0TAQH_BAIwADAkBgNVHR8EHTAbMBmgF6AVhhNodHRwOi8vMTI3LjAuMC4xOjkvMAoGCCqGSM49BAMCA0kAMEYCIQDbjGeDawAJ_mqrUUYTNlAvyJmRlVIFk5VJimCpZ7GWWQIhAKoZlda1PQmqVU-3C45P_DnWLjQC3fNJ-662IeJaBSkq",
  "base64url",
);

/** The key that belongs to it. Worth nothing: nobody trusts the certificate. */
export const attestationKey: KeyObject = createPrivateKey({
  key: Buffer.from(
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiu9Mzph2_wVyg5FyOLd9o0i4svpuiBH4MdipffMglnihRANCAATYnlJXbVm5g2EetbFo14ALUh7f0nv-onpgZFuPk1JG4TSMYuibIvtfPE6u1pwFgQHk5zBx30kjshSD6lDDcKA9",
    "base64url",
  ),
  format: "der",
  type: "pkcs8",
});
