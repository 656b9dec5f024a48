export { default } from "@/messages/en/feedback";
