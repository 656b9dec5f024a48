export { default } from "@/messages/en/mails";
