const adultYears = 18;

/**
 * Whether somebody is under age as far as the hub knows: by the date of birth that staff have written down, else by the
 * age group that he or she has told.
 * @param today `YYYY-MM-DD` where the person lives
 */
export function isUnderAge(
  { birthDate, ageGroup }: { birthDate: string | null; ageGroup: string | null },
  today: string,
): boolean {
  if (birthDate === null) return ageGroup === 'under_13' || ageGroup === '13_17';
  const adultOn = `${Number(birthDate.slice(0, 4)) + adultYears}${birthDate.slice(4)}`;
  return today < adultOn;
}
