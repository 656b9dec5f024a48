export { default } from "@/messages/en/events";
