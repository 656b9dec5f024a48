export { default } from "@/messages/en/home";
