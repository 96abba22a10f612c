/** Why a person's rights stay as they are. */
export type AdministrationBar =
  /** Nobody gives rights to themselves, nor takes their own office away or suspends themselves. */
  | 'oneself'
  /** A suspended or closed account is given nothing. */
  | 'notActive'
  /** Who administers is not who audits it (等级保护: 管理与审计分设). */
  | 'separateOffices'
  /** Somebody must be there who administers. */
  | 'lastAdministrator'
