export { default } from "@/messages/en/passkeys";
