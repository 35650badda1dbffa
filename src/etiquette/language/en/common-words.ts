/** The words that most English sentences are made of; what tells English from other languages in a short text. */
export const commonWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any anybody anyone anything are as ask asking at back be because been before being
  but by call can could did do does doing don down each else even ever every everyone few find first for forward from get
  getting give go going good got had happy has have having he hello help her here hey hi him his hope how i if in interested
  into is it its job just keen kind know last let like little look looking lot love made make many may maybe me meet meeting
  message might mind more most much must my name need never new next nice no not now of off ok on one only or other our out
  over people person place please possible put question quick really right said same say see send share she should since so
  some someone something sorry soon speak still such sure take talk team tell than thank thanks that the their them then there
  these they thing think this those though through time to today together too try two under until up us use very want was way we
  week well were what when where whether which while who whom why will wish with without wonder wondering work working would
  write year years yes yet you your yesterday tomorrow morning monday tuesday wednesday thursday friday saturday sunday
  congratulations cheers regards dear contacts contact network friend friends colleague introduce intro intros hiring`
    .split(/\s+/)
    .filter(Boolean),
);
