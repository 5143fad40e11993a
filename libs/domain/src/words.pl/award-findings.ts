/** What stands between a paper and the award it carries out. */
export const awardFindingWords = {
  source: 'wynik naboru i przyznanie',
  equal: (offer: string, total: string) =>
    `Kwoty są co do grosza takie jak w ofercie ${offer}, której przyznano realizację: razem ${total}.`,
  differs: {
    total: (now: string, awarded: string, by: string) =>
      `Koszt całkowity w konsorcjum to ${now}, a w przyznanej ofercie ${awarded}: różnica ${by}.`,
    zit: (now: string, awarded: string, by: string) =>
      `Środki ZIT w konsorcjum to ${now}, a w przyznanej ofercie ${awarded}: różnica ${by}.`,
    own: (now: string, awarded: string, by: string) =>
      `Wkład własny w konsorcjum to ${now}, a w przyznanej ofercie ${awarded}: różnica ${by}.`,
  },
  ended: (offer: string) =>
    `Przyznanie realizacji ofercie ${offer} zakończono. Umowy na jego podstawie nie można wydać.`,
  within: (now: string, awarded: string) => `Środki ZIT po zmianie to ${now}; przyznano ${awarded}.`,
  above: (now: string, awarded: string, by: string) =>
    `Środki ZIT po zmianie to ${now}, o ${by} więcej niż przyznano (${awarded}). Aneks nie może zwiększyć przyznanych środków.`,
  nothingChanges: 'Nic się nie zmieniło od ostatniego aneksu albo umowy. Najpierw wprowadź zmiany w konsorcjum.',
  agreementGone: (number: string) =>
    `Umowę ${number} zastąpiła nowsza. Otwórz projekt aneksu do umowy, która obowiązuje.`,
} as const;
