/** Codes of the highest education, as GB/T 4658 has them. */
export const EDUCATION = ['10', '20', '30', '40', '60', '70', '80', '90'] as const;
