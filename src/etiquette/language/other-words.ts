/** Words of other languages that English uses all the time as well. */
const english = new Set(
  'in is i we no do to by as over me u go of she who was so am has he on'.split(' '),
);

/**
 * The commonest words of other languages in Latin letters, folded: German, Finnish, French, Spanish, Portuguese, Italian, Dutch,
 * Swedish, Polish, Turkish, Indonesian, Hindi, Tagalog. They speak against English. Words that English has too ("die", "me", "so")
 * weigh less; those it uses all the time ("a", "in", "no", "do") are left out.
 */
export const otherWords: ReadonlySet<string> = new Set(
  `aber als am auch auf aus bei bin bis bitte das dass dem den der des die dich dir du ein eine einen einer er es euch fur gerne
  habe haben hallo hat ich ihr ihre ihnen ist kann kannst kennen kennst konnen konnten mal man meine mein mich mir mit nach nicht noch
  oder schon sehr sein sich sie sind uber und uns vielen dank von vor war was wen wenn wer wie wir zu zum zur wurde danke

  ei en ja joka jos kanssa kiitos kun kuin kuka mina mika mita mun moi hei minun minulla minulle mutta nyt oli olen on ole ollut onko sa sina sinun
  se siella sita sun sulla sulle tai tama teilla tunnetko vaan vai voisitko voitko voinko moikka ketaan jotain

  au aux avec bonjour ce ces cette comme dans de des du elle est et etes il je la le les leur lui ma mais merci mes moi mon ne nous on
  ou par pas plus pour pouvez pourriez que qui sa sans ses si son sont suis sur ta te tes toi ton tu un une vos votre vous

  algo alguien al como con conoces conoce cual de del el ella en eres es esta estoy esto gracias hola la las lo los mas me mi mis muy
  nos o para pero podria podrias por porque puede puedes que quien se ser si sin soy su sus te tengo tu tus un una usted y ya yo

  ao aos as com da das de deles do dos e ela ele em eu foi isso ja la mais mas me meu minha muito na nao nas no nos obrigado obrigada ola
  os ou para pela pelo pode poderia por quem se sem seu sua tem tenho um uma voce vc

  che chi ciao come con conosci cosa della delle di e gli grazie ho il io la le lei ma mi mia mio nel non o per perche piu puoi puo potresti
  qualcuno quello sei si sono su sua suo tra tu un una

  aan als bent bij dat de deze dit een en er geen goed haar heb hebben heeft het hij hoe iemand ik in is je jij jou jouw kan ken kun kunt
  maar me met mij mijn naar niet nog of om onze ook op over te toch u uit uw van veel voor waar wat we wie wil worden ze zijn zou

  att av bra de den det dig din du eller en ett for fran god har hej hon hur i inte jag jobb kan kanner kunna man med men mig min mycket nagon
  nar och om pa sa sig skulle som tack till vad var vem vi vill

  ale bardzo bo byc by chcialbym czesc czy dla dziekuje dzien dobry go i jak jako jest jestem juz kogo kogos ktory ma mam mi mnie moja moj moze mozesz na nie od po pan pani
  prosze przez sie sa tak tego ten tez to tu w we za ze znasz

  ama ben bana bir bu cok da daha de degil diye gibi icin ile kadar ki kim mi mu ne olarak sana sen siz size tesekkurler var ve veya ya yok merhaba misiniz musunuz tanidigin

  ada aku anda apa atau bapak bisa dalam dan dari dengan di dia ini itu kak kami karena ke kita lagi mau mohon nya orang pak saya sudah terima kasih tidak tolong untuk yang kenal bu

  aap aapka aapke aapko aur bhai bhi hai hain ho hoon hu ka kar karna ke ki kisi ko koi kya main mein mera mere meri mujhe namaste nahi nahin par se sir tha thi wo yaar yeh ye jo

  ako ang ay ba hindi ka kayo ko kung mga mo na naman nang ng ni niyo opo pa po sa salamat si sila sino siya yung`
    .split(/\s+/)
    .filter((word) => word && !english.has(word)),
);
