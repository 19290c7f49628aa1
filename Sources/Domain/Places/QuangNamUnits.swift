/// The units of Quảng Nam (49) as they stood in 2024, until 31 December 2024: 18 districts, 241 communes.
///
/// One district a line, its communes after the colon, in the official order. `TP.` is a city, `TX.` a town, no
/// mark a rural district; `P.` is a ward, `TT.` a township, no mark a rural commune. Codes are not contiguous by
/// district (518 has 2036x–2039x), and they are used again after 2025 with another extent, so a code means a
/// unit only together with a date.
///
/// Source: ThangLeQuoc/vietnamese-provinces-database, commit 34d5a2e (May 2024). Spellings are kept as they
/// stand there, both `Hòa` and `Hoà`.
enum QuangNamUnits {
  static let provinceCode = "49"
  static let provinceName = "Quảng Nam"

  static let districts = """
    502 TP.Tam Kỳ: 20335 P.Tân Thạnh; 20338 P.Phước Hòa; 20341 P.An Mỹ; 20344 P.Hòa Hương; \
    20347 P.An Xuân; 20350 P.An Sơn; 20353 P.Trường Xuân; 20356 P.An Phú; 20359 Tam Thanh; \
    20362 Tam Thăng; 20371 Tam Phú; 20375 P.Hoà Thuận; 20389 Tam Ngọc
    503 TP.Hội An: 20398 P.Minh An; 20401 P.Tân An; 20404 P.Cẩm Phô; 20407 P.Thanh Hà; \
    20410 P.Sơn Phong; 20413 P.Cẩm Châu; 20416 P.Cửa Đại; 20419 P.Cẩm An; 20422 Cẩm Hà; 20425 Cẩm Kim; \
    20428 P.Cẩm Nam; 20431 Cẩm Thanh; 20434 Tân Hiệp
    504 Tây Giang: 20437 Ch'ơm; 20440 Ga Ri; 20443 A Xan; 20446 Tr'Hy; 20449 Lăng; 20452 A Nông; \
    20455 A Tiêng; 20458 Bha Lê; 20461 A Vương; 20464 Dang
    505 Đông Giang: 20467 TT.P Rao; 20470 Tà Lu; 20473 Sông Kôn; 20476 Jơ Ngây; 20479 A Ting; 20482 Tư; \
    20485 Ba; 20488 A Rooi; 20491 Za Hung; 20494 Mà Cooi; 20497 Ka Dăng
    506 Đại Lộc: 20500 TT.Ái Nghĩa; 20503 Đại Sơn; 20506 Đại Lãnh; 20509 Đại Hưng; 20512 Đại Hồng; \
    20515 Đại Đồng; 20518 Đại Quang; 20521 Đại Nghĩa; 20524 Đại Hiệp; 20527 Đại Thạnh; 20530 Đại Chánh; \
    20533 Đại Tân; 20536 Đại Phong; 20539 Đại Minh; 20542 Đại Thắng; 20545 Đại Cường; 20547 Đại An; \
    20548 Đại Hòa
    507 TX.Điện Bàn: 20551 P.Vĩnh Điện; 20554 Điện Tiến; 20557 Điện Hòa; 20560 P.Điện Thắng Bắc; \
    20561 P.Điện Thắng Trung; 20562 P.Điện Thắng Nam; 20563 P.Điện Ngọc; 20566 Điện Hồng; \
    20569 Điện Thọ; 20572 Điện Phước; 20575 P.Điện An; 20578 P.Điện Nam Bắc; 20579 P.Điện Nam Trung; \
    20580 P.Điện Nam Đông; 20581 P.Điện Dương; 20584 Điện Quang; 20587 Điện Trung; 20590 Điện Phong; \
    20593 P.Điện Minh; 20596 P.Điện Phương
    508 Duy Xuyên: 20599 TT.Nam Phước; 20602 Duy Thu; 20605 Duy Phú; 20608 Duy Tân; 20611 Duy Hòa; \
    20614 Duy Châu; 20617 Duy Trinh; 20620 Duy Sơn; 20623 Duy Trung; 20626 Duy Phước; 20629 Duy Thành; \
    20632 Duy Vinh; 20635 Duy Nghĩa; 20638 Duy Hải
    509 Quế Sơn: 20641 TT.Đông Phú; 20644 Quế Xuân 1; 20647 Quế Xuân 2; 20650 Quế Phú; \
    20651 TT.Hương An; 20659 Quế Hiệp; 20662 Quế Thuận; 20665 Quế Mỹ; 20677 Quế Long; 20680 Quế Châu; \
    20683 Quế Phong; 20686 Quế An; 20689 Quế Minh
    510 Nam Giang: 20695 TT.Thạnh Mỹ; 20698 Laêê; 20699 Chơ Chun; 20701 Zuôich; 20702 Tà Pơơ; \
    20704 La Dêê; 20705 Đắc Tôi; 20707 Chà Vàl; 20710 Tà Bhinh; 20713 Cà Dy; 20716 Đắc Pre; \
    20719 Đắc Pring
    511 Phước Sơn: 20722 TT.Khâm Đức; 20725 Phước Xuân; 20728 Phước Hiệp; 20729 Phước Hoà; \
    20731 Phước Đức; 20734 Phước Năng; 20737 Phước Mỹ; 20740 Phước Chánh; 20743 Phước Công; \
    20746 Phước Kim; 20749 Phước Lộc; 20752 Phước Thành
    512 Hiệp Đức: 20758 Hiệp Hòa; 20761 Hiệp Thuận; 20764 Quế Thọ; 20767 Bình Lâm; 20770 Sông Trà; \
    20773 Phước Trà; 20776 Phước Gia; 20779 TT.Tân Bình; 20782 Quế Lưu; 20785 Thăng Phước; \
    20788 Bình Sơn
    513 Thăng Bình: 20791 TT.Hà Lam; 20794 Bình Dương; 20797 Bình Giang; 20800 Bình Nguyên; \
    20803 Bình Phục; 20806 Bình Triều; 20809 Bình Đào; 20812 Bình Minh; 20815 Bình Lãnh; 20818 Bình Trị; \
    20821 Bình Định Bắc; 20822 Bình Định Nam; 20824 Bình Quý; 20827 Bình Phú; 20830 Bình Chánh; \
    20833 Bình Tú; 20836 Bình Sa; 20839 Bình Hải; 20842 Bình Quế; 20845 Bình An; 20848 Bình Trung; \
    20851 Bình Nam
    514 Tiên Phước: 20854 TT.Tiên Kỳ; 20857 Tiên Sơn; 20860 Tiên Hà; 20863 Tiên Cẩm; 20866 Tiên Châu; \
    20869 Tiên Lãnh; 20872 Tiên Ngọc; 20875 Tiên Hiệp; 20878 Tiên Cảnh; 20881 Tiên Mỹ; 20884 Tiên Phong; \
    20887 Tiên Thọ; 20890 Tiên An; 20893 Tiên Lộc; 20896 Tiên Lập
    515 Bắc Trà My: 20899 TT.Trà My; 20900 Trà Sơn; 20902 Trà Kót; 20905 Trà Nú; 20908 Trà Đông; \
    20911 Trà Dương; 20914 Trà Giang; 20917 Trà Bui; 20920 Trà Đốc; 20923 Trà Tân; 20926 Trà Giác; \
    20929 Trà Giáp; 20932 Trà Ka
    516 Nam Trà My: 20935 Trà Leng; 20938 Trà Dơn; 20941 Trà Tập; 20944 Trà Mai; 20947 Trà Cang; \
    20950 Trà Linh; 20953 Trà Nam; 20956 Trà Don; 20959 Trà Vân; 20962 Trà Vinh
    517 Núi Thành: 20965 TT.Núi Thành; 20968 Tam Xuân I; 20971 Tam Xuân II; 20974 Tam Tiến; \
    20977 Tam Sơn; 20980 Tam Thạnh; 20983 Tam Anh Bắc; 20984 Tam Anh Nam; 20986 Tam Hòa; 20989 Tam Hiệp; \
    20992 Tam Hải; 20995 Tam Giang; 20998 Tam Quang; 21001 Tam Nghĩa; 21004 Tam Mỹ Tây; \
    21005 Tam Mỹ Đông; 21007 Tam Trà
    518 Phú Ninh: 20364 TT.Phú Thịnh; 20365 Tam Thành; 20368 Tam An; 20374 Tam Đàn; 20377 Tam Lộc; \
    20380 Tam Phước; 20383 Tam Vinh; 20386 Tam Thái; 20387 Tam Đại; 20392 Tam Dân; 20395 Tam Lãnh
    519 Nông Sơn: 20656 TT.Trung Phước; 20668 Ninh Phước; 20669 Phước Ninh; 20671 Quế Lộc; \
    20672 Sơn Viên; 20692 Quế Lâm
    """

  /// The poor districts of Decision 353/QĐ-TTg of 15 March 2022.
  ///
  /// Tây Giang, Đông Giang, Nam Giang, Phước Sơn, Bắc Trà My and Nam Trà My.
  static let poorDistricts: Set<String> = ["504", "505", "510", "511", "515", "516"]

  /// The mountain districts: the six poor ones, Hiệp Đức, Tiên Phước and Nông Sơn.
  ///
  /// That there are nine is published; which nine is provisional.
  static let mountainDistricts: Set<String> = poorDistricts.union(["512", "514", "519"])
}
