export { default } from "@/messages/en/passkey-offer";
