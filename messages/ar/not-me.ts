export { default } from "@/messages/en/not-me";
