export { default } from "@/messages/en/passkey-proof";
