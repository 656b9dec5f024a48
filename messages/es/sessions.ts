export { default } from "@/messages/en/sessions";
