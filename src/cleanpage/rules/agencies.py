"""Agencies, as they sign reports and pictures: lower-case words, extend freely."""

__all__ = ["CREDIT_AGENCIES", "NEWS_AGENCIES"]

AGENCIES = frozenset(
    "afp anp ansa ap apa belga bloomberg cnn dpa efe jiji kyodo lusa ntb pa pap reuters ritzau tass tt xinhua "
    "yonhap 新华社 뉴시스 연합뉴스".split()
)
"""Those whose names say what they are in a byline and in a caption alike."""

NEWS_AGENCIES = AGENCIES.union(
    (
        "aa aap afp-services anadolu ani antara apnews ats awp bernama ctk dapd epd europapress ians interfax kena "
        "keystone-sda kna mena mti newsis pti sda sid spa sputnik stt ukrinform upi wam čtk интерфакс риа тасс "
        "укринформ 共同通信 時事通信"
    ).split()
)
"""News agencies, as they sign reports. In captions, some of the names are words like any other."""

CREDIT_AGENCIES = AGENCIES.union(
    "alamy epa getty imago istock keystone scanpix shutterstock sipa unsplash yomiuri 共同 时事 時事 뉴스1".split()
)
"""Agencies, as they sign pictures. They make a credit of what stands in brackets, or in a few words after the last
sentence, of a caption."""
