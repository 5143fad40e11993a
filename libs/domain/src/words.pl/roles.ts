export const roleWords = {
  name: {
    ADMINISTRATOR: 'administrator programu',
    COUNTY_OPERATOR: 'operator powiatowy',
    MUNICIPALITY_OFFICER: 'pracownik gminy',
    COORDINATOR: 'koordynator konsorcjum',
    EDITOR: 'redaktor partnera',
    AUDITOR: 'audytor',
  },
} as const;
