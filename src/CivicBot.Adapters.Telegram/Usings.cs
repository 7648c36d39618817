// To us a chat is what everything here is about; to Telegram it is a type.
global using TelegramChat = Telegram.Bot.Types.Chat;
