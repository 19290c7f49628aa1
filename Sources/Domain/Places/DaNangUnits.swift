/// The 78 units of the city of Đà Nẵng (48) that came of Quảng Nam on 1 July 2025, each with the communes that it was
/// made of, by their codes of the day before; every commune went to one unit whole, so none is split.
///
/// `P.` is a ward, no mark a rural commune. 63 of the codes were those of a commune before, of another extent.
///
/// Source: Nghị quyết 1659/NQ-UBTVQH15 of 16 June 2025, Article 1, clauses 13–23 and 27–91; the codes are those of
/// domain facts 6.3. The sixteen units that came of the old Đà Nẵng are not here.
enum DaNangUnits {
  static let cityCode = "48"
  static let cityName = "Đà Nẵng"
  static let firstDay = "2025-07-01"
  static let lastDayBefore = "2025-06-30"

  static let communes = """
    20335 P.Bàn Thạch: 20335 20362 20375
    20341 P.Tam Kỳ: 20341 20347 20353
    20350 P.Hương Trà: 20344 20350 20389
    20356 P.Quảng Phú: 20356 20359 20371
    20364 Chiên Đàn: 20364 20374 20386
    20380 Tây Hồ: 20365 20368 20377 20380
    20392 Phú Ninh: 20387 20392 20395
    20401 P.Hội An Tây: 20401 20407 20419 20422
    20410 P.Hội An: 20398 20404 20410 20425 20428
    20413 P.Hội An Đông: 20413 20416 20431
    20434 Tân Hiệp: 20434
    20443 Hùng Sơn: 20437 20440 20443 20446
    20455 Tây Giang: 20449 20452 20455 20464
    20458 Avương: 20458 20461
    20467 Đông Giang: 20467 20470 20488 20491
    20476 Sông Kôn: 20473 20476 20479
    20485 Sông Vàng: 20482 20485
    20494 Bến Hiên: 20494 20497
    20500 Đại Lộc: 20500 20521 20524 20547 20548
    20506 Thượng Đức: 20503 20506 20509
    20515 Hà Nha: 20512 20515 20518
    20539 Vu Gia: 20536 20539 20545
    20542 Phú Thuận: 20527 20530 20533 20542
    20551 P.Điện Bàn: 20551 20593 20596
    20557 P.Điện Bàn Bắc: 20554 20557 20560
    20569 Điện Bàn Tây: 20566 20569 20572
    20575 P.An Thắng: 20561 20562 20575
    20579 P.Điện Bàn Đông: 20563 20578 20579 20580 20581
    20587 Gò Nổi: 20584 20587 20590
    20599 Nam Phước: 20599 20626 20632
    20611 Thu Bồn: 20605 20608 20611 20614
    20623 Duy Xuyên: 20617 20620 20623
    20635 Duy Nghĩa: 20629 20635 20638
    20641 Quế Sơn: 20641 20677 20683 20686 20689
    20650 Xuân Phú: 20644 20647 20650 20651
    20656 Nông Sơn: 20656 20671
    20662 Quế Sơn Trung: 20659 20662 20665 20680
    20669 Quế Phước: 20668 20669 20692
    20695 Thạnh Mỹ: 20695
    20698 La Êê: 20698 20699
    20704 La Dêê: 20704 20705
    20707 Nam Giang: 20701 20707
    20710 Bến Giằng: 20702 20710 20713
    20716 Đắc Pring: 20716 20719
    20722 Khâm Đức: 20722 20725
    20728 Phước Hiệp: 20728 20729
    20734 Phước Năng: 20731 20734 20737
    20740 Phước Chánh: 20740 20743
    20752 Phước Thành: 20746 20749 20752
    20767 Việt An: 20764 20767 20785 20788
    20770 Phước Trà: 20770 20773 20776
    20779 Hiệp Đức: 20758 20779 20782
    20791 Thăng Bình: 20791 20800 20803 20824
    20794 Thăng An: 20794 20797 20806 20809 20812
    20818 Đồng Dương: 20815 20818 20821
    20827 Thăng Phú: 20827 20842
    20836 Thăng Trường: 20836 20839 20851
    20848 Thăng Điền: 20833 20845 20848
    20854 Tiên Phước: 20854 20881 20884 20887
    20857 Sơn Cẩm Hà: 20857 20860 20866
    20875 Lãnh Ngọc: 20869 20872 20875
    20878 Thạnh Bình: 20878 20890 20893 20896
    20900 Trà My: 20899 20900 20911 20914
    20908 Trà Liên: 20902 20905 20908
    20920 Trà Đốc: 20917 20920
    20923 Trà Tân: 20923 20926
    20929 Trà Giáp: 20929 20932
    20938 Trà Leng: 20935 20938
    20941 Trà Tập: 20941 20947
    20944 Nam Trà My: 20944 20956
    20950 Trà Linh: 20950 20953
    20959 Trà Vân: 20959 20962
    20965 Núi Thành: 20965 20989 20995 20998 21001
    20971 Tam Xuân: 20968 20971 20974
    20977 Đức Phú: 20977 20980
    20984 Tam Anh: 20983 20984 20986
    20992 Tam Hải: 20992
    21004 Tam Mỹ: 21004 21005 21007
    """
}
