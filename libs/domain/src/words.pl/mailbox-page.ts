/** The demo's mailbox: what a real installation would have sent. */
export const mailboxWords = {
  title: 'Skrzynka z wiadomościami',
  lead: 'W wersji demonstracyjnej wiadomości nie są wysyłane. Tu można je przeczytać i otworzyć ich linki.',
  empty: 'Nie ma jeszcze wiadomości. Zaproś kogoś albo poproś o nowe hasło, a wiadomość pojawi się tutaj.',
  list: 'Wiadomości, najnowsze na górze',
  to: (email: string) => `Do: ${email}`,
  open: 'Otwórz link z wiadomości',
  choose: 'Wybierz wiadomość z listy.',
  reload: 'Odśwież',
  back: 'Wróć do portalu',
} as const;
