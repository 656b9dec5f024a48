const phone = /^\+[1-9]\d{6,14}$/;
const email = /^[^\s@"<>(),:;\\]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/;
const longestEmail = 254;

/** True for something shaped like local@domain.tld. */
export function isEmail(text: string): boolean {
  return text.length <= longestEmail && email.test(text) && !text.includes("..");
}

/** True for E.164: a plus sign and up to 15 digits. */
export function isPhone(text: string): boolean {
  return phone.test(text);
}
