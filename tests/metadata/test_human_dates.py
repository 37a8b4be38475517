"""Dates as people write them, a row a language. The day is always the 26th of June 2020."""

import datetime as dt

import pytest

from cleanpage.article import Precision
from cleanpage.metadata.dates.timestamps import human_date
from cleanpage.metadata.dates.words import DateHints, find_dates

DAY = dt.date(2020, 6, 26)

ROWS = (
    ("af", "26 Junie 2020"),
    ("ar", "الجمعة 26 يونيو 2020"),
    ("ar", "٢٦ حزيران ٢٠٢٠"),
    ("az", "26 iyun 2020"),
    ("be", "26 чэрвеня 2020"),
    ("bg", "26 юни 2020 г."),
    ("bn", "২৬ জুন ২০২০"),
    ("bs", "26. juni 2020."),
    ("ca", "26 de juny de 2020"),
    ("cs", "pátek 26. června 2020"),
    ("cy", "26 Mehefin 2020"),
    ("da", "26. juni 2020"),
    ("de", "Freitag, 26. Juni 2020"),
    ("el", "26 Ιουνίου 2020"),
    ("en", "Friday, June 26th, 2020"),
    ("en-GB", "26 June 2020"),
    ("es", "viernes, 26 de junio de 2020"),
    ("et", "26. juuni 2020"),
    ("eu", "2020ko ekainaren 26a"),
    ("fa", "جمعه ۲۶ ژوئن ۲۰۲۰"),
    ("fi", "26. kesäkuuta 2020"),
    ("fil", "Hunyo 26, 2020"),
    ("fr", "vendredi 26 juin 2020"),
    ("ga", "26 Meitheamh 2020"),
    ("gl", "26 de xuño de 2020"),
    ("gu", "26 જૂન, 2020"),
    ("he", "26 ביוני 2020"),
    ("hi", "26 जून 2020"),
    ("hi", "२६ जून २०२०"),
    ("hr", "26. lipnja 2020."),
    ("hu", "2020. június 26."),
    ("hy", "26 հունիսի, 2020"),
    ("id", "26 Juni 2020"),
    ("is", "26. júní 2020"),
    ("it", "26 giugno 2020"),
    ("ja", "2020年6月26日"),
    ("ja", "２０２０年６月２６日"),
    ("ka", "26 ივნისი, 2020"),
    ("kk", "26 маусым 2020"),
    ("kn", "26 ಜೂನ್ 2020"),
    ("ko", "2020년 6월 26일"),
    ("lb", "26. Juni 2020"),
    ("lt", "2020 m. birželio 26 d."),
    ("lv", "2020. gada 26. jūnijs"),
    ("mk", "26 јуни 2020"),
    ("ml", "2020 ജൂൺ 26"),
    ("mr", "26 जून 2020"),
    ("ms", "26 Jun 2020"),
    ("nb", "26. juni 2020"),
    ("nl", "26 juni 2020"),
    ("no", "26. juni 2020"),
    ("pa", "26 ਜੂਨ 2020"),
    ("pl", "26 czerwca 2020"),
    ("pt", "26 de junho de 2020"),
    ("ro", "26 iunie 2020"),
    ("ru", "26 июня 2020 г."),
    ("sk", "26. júna 2020"),
    ("sl", "26. junij 2020"),
    ("sq", "26 qershor 2020"),
    ("sr", "26. јун 2020."),
    ("sr-Latn", "26. jun 2020."),
    ("sv", "26 juni 2020"),
    ("sw", "26 Juni 2020"),
    ("ta", "26 ஜூன் 2020"),
    ("te", "26 జూన్ 2020"),
    ("th", "26 มิถุนายน 2020"),
    ("tr", "26 Haziran 2020 Cuma"),
    ("uk", "26 червня 2020"),
    ("ur", "26 جون 2020"),
    ("uz", "26-iyun, 2020"),
    ("vi", "26 tháng 6, 2020"),
    ("vi", "ngày 26 tháng 6 năm 2020"),
    ("zh", "2020年6月26日 星期五"),
    ("zh-TW", "2020 年 6 月 26 日"),
)
BY_LIBRARY_ALONE = (("my", "26 ဇွန် 2020"), ("ne", "२६ जुन २०२०"))


@pytest.mark.parametrize(("language", "text"), ROWS, ids=[f"{language}: {text}" for language, text in ROWS])
def test_dates_of_many_languages(language: str, text: str) -> None:
    """Found in running text, and without the library, as visible dates are."""
    hints = DateHints(language)
    (found,) = find_dates(f"— {text} —", hints)
    assert (found.timestamp.date, found.timestamp.precision) == (DAY, Precision.DAY)
    alone = human_date(text, hints, by_library=False)
    assert alone is not None
    assert alone.date == DAY


def test_there_are_enough_languages() -> None:
    assert len({language.partition("-")[0] for language, _ in ROWS}) >= 60


@pytest.mark.parametrize(("language", "text"), BY_LIBRARY_ALONE)
def test_dates_that_the_library_reads(language: str, text: str) -> None:
    assert human_date(text, DateHints(language), by_library=False) is None
    moment = human_date(text, DateHints(language))
    assert moment is not None
    assert moment.date == DAY
