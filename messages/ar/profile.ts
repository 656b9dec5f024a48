export { default } from "@/messages/en/profile";
