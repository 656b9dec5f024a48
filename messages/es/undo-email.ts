export { default } from "@/messages/en/undo-email";
