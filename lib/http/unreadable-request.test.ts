import fc from "fast-check";
import { expect, test } from "vitest";
import { findRefusal } from "./unreadable-request";

test("ordinary requests can be read", () => {
  for (const target of ["/", "/login?next=%2Fhome", "/products/caf%C3%A9", "//a", "/a?b=%E0%A4%A", "http://a/b"]) {
    expect(findRefusal("GET", target), target).toBeNull();
  }
});

test("a path that is not UTF-8 or hides a NUL is refused, and so is a target that is no address", () => {
  for (const target of ["/%E0%A4%A", "/a/%", "/%ff", "/%00", "/a%00b", "*", "http://[::1/", "", undefined]) {
    expect(findRefusal("GET", target), target).toBe("address");
  }
});

test("other methods than ours are refused", () => {
  for (const method of ["TRACE", "CONNECT", "PUT", "PROPFIND", "get", "", undefined]) {
    expect(findRefusal(method, "/"), method).toBe("method");
  }
});

test("it reports for every path whether it can be decoded, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      findRefusal("GET", text);
      expect(findRefusal("GET", `/${encodeURIComponent(Buffer.from(text).toString())}`)).toBe(
        text.includes("\0") ? "address" : null,
      );
    }),
  );
});
