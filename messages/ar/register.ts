export { default } from "@/messages/en/register";
