export { default } from "@/messages/en/login";
