/** How somebody shows that a ticket or booking is theirs: its secret, or who they are. */
export type Owner = { secret: string } | { person: Identity };

/** What a person is known by; what was typed, checked before it is sent. */
export type Identity = { idNumber: string } | { phone: string };
